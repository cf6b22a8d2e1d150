/**
 * Phrases of registry conditions, each with the cancer types it stands for; none means that the phrase is a common
 * cancer, or too broad, and must not be read as a rare one. Patterns are tried in order on folded text (American
 * spelling, singular, no punctuation), and a phrase that fits is taken out before the next is tried, so "uveal melanoma"
 * comes before "melanoma".
 */
export interface ConditionPhrase {
  readonly pattern: RegExp
  readonly cancerTypeIds: readonly string[]
}

/** The nouns that registries use for one another. */
const cancer = '(?:cancer|carcinoma|adenocarcinoma|neoplasm|tumor|malignancy|squamous cell carcinoma|scc)'
const ca = (sites: string) => `(?:(?:${sites}) ${cancer}|${cancer} of (?:the )?(?:${sites}))`

const headNeck: readonly [string, ...string[]][] = [
  ['(?:olfactory neuroblastoma|esthesioneuroblastoma)', 'hn-onb'],
  ['nut (?:midline )?carcinoma', 'hn-nut'],
  [ca('naso ?phar[a-z]+(?: \\w+ cell)?'), 'hn-npc'],
  [`${ca('hypopharyngeal|hypopharynx|pyriform fossa|postcricoid')}`, 'hn-hypopharynx'],
  ['adenoid cystic carcinoma(?! of (?:the )?(?:breast|cervix|lung|skin))', 'hn-adcc'],
  ['salivary duct carcinoma', 'hn-sdc'],
  ['secretory carcinoma of (?:the )?salivary gland|salivary secretory carcinoma', 'hn-secretory'],
  ['mucoepidermoid carcinoma', 'hn-mec'],
  ['acinic cell carcinoma', 'hn-acinic'],
  [ca('(?:major |minor )?salivary gland|parotid(?: gland)?|submandibular gland'), 'hn-salivary'],
  [ca('paranasal sinus|sinonasal|nasal cavity(?: and (?:paranasal )?sinus)?'), 'hn-sinonasal'],
]

const thoracic: readonly [string, ...string[]][] = [
  ['thymic epithelial (?:tumor|neoplasm)', 'th-tet'],
  ['thymic carcinoma', 'th-tc'],
  ['thymoma', 'th-thymoma'],
  [ca('thymic|thymus(?: gland)?'), 'th-tet'],
  ['mesothelioma', 'th-meso'],
  [ca('tracheal|trachea'), 'th-trachea'],
]

const genital: readonly [string, ...string[]][] = [
  [ca('penile|penis'), 'gu-penile'],
  ['extragonadal (?:germ cell (?:tumor|neoplasm)|seminoma|embryonal carcinoma)', 'gu-exgct'],
  ['mediastinal (?:nonseminomatous )?germ cell (?:tumor|neoplasm)', 'gu-exgct'],
  [
    '(?:ovarian|ovary) (?:germ cell (?:tumor|neoplasm)|choriocarcinoma|embryonal carcinoma|teratoma|yolk sac tumor)',
    'fg-ovnonep',
  ],
  ['(?:ovarian )?(?:dysgerminoma|granulosa cell tumor|sertoli leydig cell tumor|sex cord stromal tumor)', 'fg-ovnonep'],
  [
    'testicular (?:mixed )?(?:germ cell (?:tumor|neoplasm)|choriocarcinoma|embryonal carcinoma|teratoma|yolk sac tumor|seminoma)',
    'gu-testis',
  ],
  ['(?:intracranial|cns|central nervous system) (?:germ cell (?:tumor|neoplasm)|germinoma)', 'cns-gct'],
  ['(?:non ?)?seminoma(?:tous)?(?: germ cell tumor)?', 'gu-testis'],
  [ca('testicular|testis'), 'gu-testis'],
  ['(?:extracranial )?germ cell (?:tumor|neoplasm|cancer)', 'gu-testis', 'gu-exgct', 'fg-ovnonep'],
  ['upper (?:urinary )?tract urothelial (?:cancer|carcinoma)', 'gu-utuc'],
  [ca('renal pelvis|ureter|ureteral|ureteric'), 'gu-utuc'],
  [ca('urethral|urethra'), 'gu-urethra'],
  ['(?:collecting duct|bellini duct|renal medullary|fh deficient renal cell) (?:carcinoma|cancer)', 'gu-rarerenal'],
  ['uterine leiomyosarcoma|leiomyosarcoma of (?:the )?uterus', 'fg-ulms'],
  ['(?:high grade endometrial stromal|undifferentiated uterine) sarcoma', 'fg-hgess'],
  ['low grade endometrial stromal sarcoma', 'fg-lgess'],
  ['endometrial stromal sarcoma', 'fg-hgess', 'fg-lgess'],
  ['adenosarcoma', 'fg-adenosarcoma'],
  ['carcinosarcoma|uterine (?:corpus )?carcinosarcoma'],
  ['(?:uterine|uterus|gynecologic|gynecological|womb) sarcoma', 'fg-sarcoma'],
  [ca('vulva'), 'fg-vulva'],
  [ca('vaginal|vagina'), 'fg-vagina'],
  [
    '(?:ovarian clear cell (?:cancer|carcinoma)|clear cell (?:ovarian )?(?:cancer|carcinoma) of (?:the )?ovary|clear cell ovarian (?:cancer|carcinoma))',
    'fg-occc',
  ],
  ['low grade serous (?:ovarian )?(?:cancer|carcinoma)', 'fg-lgsoc'],
  ['small cell carcinoma of (?:the )?ovary', 'fg-sccoht'],
  ['(?:gestational )?trophoblastic (?:neoplasia|neoplasm|tumor|disease)|choriocarcinoma', 'fg-gtn'],
]

const neuroendocrine: readonly [string, ...string[]][] = [
  ['merkel cell (?:skin )?(?:carcinoma|cancer)|carcinoma merkel cell', 'ne-merkel'],
  [
    '(?:pancreatic neuroendocrine (?:tumor|neoplasm)|insulinoma|gastrinoma|vipoma|islet cell (?:tumor|carcinoma))',
    'ne-pnet',
  ],
  [
    '(?:small bowel|small intestine|small intestinal|midgut|ileal) (?:neuroendocrine tumor|carcinoid(?: tumor)?)',
    'ne-sbnet',
  ],
  ['(?:pulmonary|lung|bronchial|atypical|typical) (?:carcinoid(?: tumor)?|neuroendocrine tumor)', 'ne-lungcarc'],
  [
    '(?:gastroenteropancreatic|gastrointestinal|gep) (?:neuroendocrine tumor|net)|neuroendocrine gastrointestinal cancer',
    'ne-gepnet',
  ],
  ['large cell neuroendocrine carcinoma(?: of the lung)?'],
  ['(?:extrapulmonary )?neuroendocrine carcinoma|extrapulmonary small cell carcinoma', 'ne-nec'],
  ['neuroendocrine prostate cancer'],
  ['carcinoid(?: tumor)?', 'ne-gepnet', 'ne-lungcarc'],
  ['neuroendocrine (?:tumor|neoplasm|cancer)', 'neuroendocrine'],
]

const endocrine: readonly [string, ...string[]][] = [
  [
    '(?:anaplastic|undifferentiated) thyroid (?:gland )?(?:cancer|carcinoma)|thyroid (?:gland )?anaplastic carcinoma',
    'en-atc',
  ],
  ['(?:medullary thyroid|thyroid (?:gland )?medullary) (?:cancer|carcinoma)', 'en-mtc'],
  [
    '(?:poorly differentiated thyroid|hurthle cell(?: thyroid)?|oncocytic thyroid|insular thyroid) (?:cancer|carcinoma)',
    'en-pdtc',
  ],
  ['(?:adrenocortical|adrenal cortical|adrenal cortex) (?:cancer|carcinoma)', 'en-acc'],
  ['pheochromocytoma|paraganglioma', 'en-ppgl'],
  ['adrenal (?:gland )?(?:cancer|tumor|neoplasm)', 'en-acc', 'en-ppgl'],
  ['parathyroid (?:gland )?(?:cancer|carcinoma)', 'en-parathyroid'],
  ['pituitary carcinoma', 'en-pituitary'],
]

const cns: readonly [string, ...string[]][] = [
  ['(?:giant cell |small cell )?glioblastoma(?: multiforme)?|gliosarcoma', 'cns-gbm'],
  ['(?:diffuse midline|diffuse intrinsic pontine|brain ?stem) glioma', 'cns-dmg'],
  ['pilocytic astrocytoma|subependymal giant cell astrocytoma'],
  ['(?:diffuse |anaplastic )?astrocytoma', 'cns-astroidh'],
  ['(?:anaplastic )?oligodendroglioma', 'cns-oligo'],
  ['myxopapillary ependymoma|subependymoma'],
  ['ependymoma', 'cns-epend'],
  [
    'medulloblastoma|embryonal tumor with multilayered rosette|(?:cns|central nervous system) embryonal tumor',
    'cns-medullo',
  ],
  ['atypical teratoid (?:and )?rhabdoid tumor', 'cns-atrt'],
  ['pineoblastoma|pineocytoma|pineal parenchymal tumor', 'cns-pineal'],
  ['(?:malignant|anaplastic|atypical|grade (?:2|3|ii|iii)) meningioma', 'cns-malmen'],
  ['craniopharyngioma', 'cns-cranio'],
  [
    'high grade (?:malignant )?glioma|(?:who )?grade (?:3|4|iii|iv) glioma|malignant glioma',
    'cns-gbm',
    'cns-astroidh',
    'cns-oligo',
    'cns-dmg',
  ],
  ['low grade glioma', 'cns-astroidh', 'cns-oligo'],
  ['optic (?:nerve|pathway) glioma'],
  ['(?:diffuse )?glioma', 'cns-gbm', 'cns-astroidh', 'cns-oligo', 'cns-dmg'],
  ['(?:primary )?(?:cns|central nervous system) lymphoma|vitreoretinal lymphoma', 'ha-pcnsl'],
  ['(?:brain|cns|central nervous system)(?: and spinal cord)?(?: primary)? (?:cancer|tumor|neoplasm)', 'cns'],
]

const sarcoma: readonly [string, ...string[]][] = [
  ['(?:well differentiated |dedifferentiated |myxoid |pleomorphic )?liposarcoma', 'sa-lipo'],
  ['leiomyosarcoma', 'sa-lms', 'fg-ulms'],
  ['undifferentiated (?:pleomorphic|high grade pleomorphic) sarcoma|malignant fibrous histiocytoma', 'sa-ups'],
  ['myxofibrosarcoma', 'sa-myxofib'],
  ['synovial sarcoma', 'sa-synovial'],
  ['hemangiosarcoma|angiosarcoma', 'sa-angio'],
  ['malignant peripheral nerve sheath tumor', 'sa-mpnst'],
  ['(?:alveolar |embryonal )?rhabdomyosarcoma', 'sa-rms'],
  ['epithelioid sarcoma', 'sa-epithelioid'],
  ['alveolar soft part sarcoma', 'sa-asps'],
  ['clear cell sarcoma of (?:the )?kidney', 'pd-wilms'],
  ['clear cell sarcoma', 'sa-ccs'],
  ['desmoplastic small round cell tumor', 'sa-dsrct'],
  ['epithelioid hemangioendothelioma', 'sa-ehe'],
  ['(?:malignant )?pecoma|perivascular epithelioid cell tumor', 'sa-pecoma'],
  ['solitary fibrous tumor|hemangiopericytoma', 'sa-sft'],
  ['dermatofibrosarcoma(?: protuberan)?', 'sa-dfsp'],
  ['desmoid(?: type)?(?: fibromatosis| tumor)?|aggressive fibromatosis', 'sa-desmoid'],
  ['gastro ?intestinal stromal (?:tumor|neoplasm|sarcoma)', 'sa-gist'],
  ['osteosarcoma|osteogenic sarcoma', 'sa-osteo'],
  ['chondrosarcoma', 'sa-chondro'],
  [
    'ewing (?:family )?(?:sarcoma|tumor)|(?:cic|bcor) rearranged sarcoma|peripheral primitive neuroectodermal tumor',
    'sa-ewing',
  ],
  ['chordoma', 'sa-chordoma'],
  ['kaposi sarcoma', 'sa-kaposi'],
  ['(?:soft tissue|retroperitoneal) (?:sarcoma|neoplasm|cancer)', 'sa-sts'],
  ['bone sarcoma|sarcoma of bone|(?:primary )?bone cancer', 'sa-osteo', 'sa-chondro', 'sa-ewing', 'sa-chordoma'],
  ['sarcoma(?! botryoide)', 'sarcoma'],
]

const digestive: readonly [string, ...string[]][] = [
  [ca('small bowel|small intestine|small intestinal|duodenal|duodenum|jejunal|ileal'), 'gi-sba'],
  [ca('anal(?: canal)?|anus'), 'gi-anal'],
  [ca('gall ?bladder'), 'gi-gallbladder'],
  ['(?:intrahepatic cholangiocarcinoma|intrahepatic bile duct (?:cancer|carcinoma))', 'gi-icca'],
  [
    '(?:(?:extrahepatic|perihilar|hilar|distal) cholangiocarcinoma|extrahepatic bile duct (?:cancer|carcinoma)|klatskin tumor)',
    'gi-ecca',
  ],
  [
    'biliary tract (?:cancer|carcinoma|neoplasm|tumor)|biliary (?:cancer|carcinoma)',
    'gi-gallbladder',
    'gi-ecca',
    'gi-icca',
  ],
  [`cholangiocarcinoma|${ca('bile duct')}`, 'gi-ecca', 'gi-icca'],
  [ca('ampullary|ampulla of vater|ampulla'), 'gi-ampulla'],
  ['fibrolamellar (?:carcinoma|hepatocellular carcinoma|hcc|liver cancer)', 'gi-flc'],
  [`${ca('appendiceal|appendix')}|pseudomyxoma peritonei`, 'gi-appendix'],
  ['(?:pancreatic )?acinar cell carcinoma(?: of (?:the )?pancreas)?', 'gi-pancacinar'],
]

const melanoma: readonly [string, ...string[]][] = [
  [
    '(?:uveal|choroidal|intraocular|ocular|iris|ciliary body) melanoma|melanoma (?:of the )?(?:eye|uvea|uveal|choroid)',
    'sk-uveal',
  ],
  ['conjunctival melanoma', 'sk-conjmel'],
  ['(?:mucosal|sinonasal|anorectal|vulvovaginal|vulva|vaginal) melanoma|melanoma mucosal', 'sk-mucosalmel'],
  ['(?:sebaceous|eccrine|adnexal|microcystic adnexal|skin adnexal) carcinoma|porocarcinoma', 'sk-adnexal'],
  ['extramammary paget(?: disease)?', 'sk-emp'],
]

const haematological: readonly [string, ...string[]][] = [
  ['acute (?:myeloid|myelogenous|promyelocytic|myeloblastic) leukemia|leukemia myeloid acute', 'ha-aml'],
  ['acute lympho(?:blastic|cytic) leukemia|acute lymphatic leukemia|lymphoblastic (?:leukemia|lymphoma)', 'ha-all'],
  ['acute leukemia', 'ha-aml', 'ha-all'],
  ['(?:juvenile|chronic) myelomonocytic leukemia', 'ha-mdsmpn'],
  ['myelodysplastic (?:and )?myeloproliferative neoplasm', 'ha-mdsmpn'],
  ['chronic (?:myeloid|myelogenous|myelocytic) leukemia', 'ha-cml'],
  [
    'myeloproliferative (?:neoplasm|disorder)|polycythemia vera|essential thrombocythemia|(?:primary )?myelofibrosis',
    'ha-mpn',
  ],
  ['myelodysplastic (?:syndrome|neoplasm)|myelodysplasia', 'ha-mds'],
  ['waldenstrom(?: macroglobulinemia)?|lymphoplasmacytic lymphoma', 'ha-wm'],
  ['hairy cell leukemia', 'ha-hcl'],
  ['mantle cell (?:lymphoma|nhl)', 'ha-mcl'],
  ['cutaneous t cell (?:non hodgkin )?lymphoma|mycosis fungoide|sezary(?: syndrome)?', 'ha-ctcl'],
  [
    '(?:peripheral )?t ?(?:cell)? ?(?:nk cell )?(?:non hodgkin )?lymphoma|nk t cell lymphoma|anaplastic large cell lymphoma',
    'ha-ptcl',
  ],
  ['non hodgkin lymphoma|lymphoma non hodgkin'],
  ['(?:classic |classical )?hodgkin(?: lymphoma| disease)|lymphoma hodgkin', 'ha-hl'],
  ['blastic plasmacytoid dendritic cell neoplasm', 'ha-bpdcn'],
  [
    'langerhan cell histiocytosis|erdheim chester(?: disease)?|histiocytic (?:sarcoma|neoplasm)|histiocytosis',
    'ha-histio',
  ],
  ['plasma cell leukemia', 'ha-pcl'],
]

const paediatric: readonly [string, ...string[]][] = [
  ['ganglioneuroblastoma|neuroblastoma', 'pd-neuroblastoma'],
  ['wilm(?:s)? tumor|nephroblastoma|childhood kidney (?:neoplasm|tumor|cancer)', 'pd-wilms'],
  ['rhabdoid tumor of (?:the )?kidney', 'pd-wilms', 'pd-rhabdoid'],
  ['retinoblastoma', 'pd-retinoblastoma'],
  ['hepatoblastoma', 'pd-hepatoblastoma'],
  ['pleuropulmonary blastoma', 'pd-ppb'],
  ['(?:extracranial |malignant )*rhabdoid tumor', 'pd-rhabdoid'],
]

const whole = (source: string) => new RegExp(`(?<=^| )(?:${source})(?= |$)`, 'g')

/** Melanoma before head and neck, so that "sinonasal melanoma" is one phrase; sarcoma last, so that organs come first. */
export const conditionPhrases: readonly ConditionPhrase[] = [
  ...[...melanoma, ...haematological, ...headNeck, ...thoracic, ...genital, ...neuroendocrine],
  ...[...endocrine, ...cns, ...digestive, ...paediatric, ...sarcoma],
].map(([source, ...cancerTypeIds]) => ({ pattern: whole(source), cancerTypeIds }))
