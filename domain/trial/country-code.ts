/**
 * ISO 3166-1 alpha-2 code of a country as registries name it, for example "Korea, Republic of" is "KR"; null where
 * the name is not known. Accents, case, punctuation and the order around a comma make no difference.
 * Parts of the United Kingdom count as GB; the Channel Islands and the Isle of Man have their own codes. XK is the
 * user-assigned code in general use for Kosovo.
 */
export function countryCode(name: string): string | null {
  return codeByName.get(comparable(name)) ?? null
}

/** Whether this is one of the codes, in capital letters: "GB" is, and "UK" is not. */
export function isCountryCode(code: string): boolean {
  return countryCodes.includes(code)
}

/** "Korea, Republic of" and "Republic of Korea" both become "korea of republic": the words, sorted. */
function comparable(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .filter((word) => word !== 'the')
    .sort()
    .join(' ')
}

/** One entry per country: the code, then the names that registries have used, separated by commas. */
const countries = `
  AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla; AL Albania; AM Armenia;
  AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba; AX Åland Islands;
  AZ Azerbaijan; BA Bosnia and Herzegovina; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria;
  BH Bahrain; BI Burundi; BJ Benin; BM Bermuda; BN Brunei,Brunei Darussalam; BO Bolivia; BR Brazil;
  BS Bahamas,The Bahamas; BT Bhutan; BW Botswana; BY Belarus; BZ Belize; CA Canada;
  CD Democratic Republic of the Congo,Congo (Democratic Republic),The Democratic Republic of the Congo;
  CF Central African Republic; CG Congo,Republic of the Congo; CH Switzerland;
  CI Côte d'Ivoire,Cote d'Ivoire,Cote D'Ivoire,Ivory Coast; CK Cook Islands; CL Chile; CM Cameroon; CN China;
  CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde,Cabo Verde; CW Curaçao; CY Cyprus; CZ Czechia,Czech Republic;
  DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia;
  EG Egypt; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands;
  FM Micronesia,Federated States of Micronesia; FO Faroe Islands; FR France; GA Gabon;
  GB United Kingdom,Great Britain,UK,England,Scotland,Wales,Northern Ireland; GD Grenada; GE Georgia;
  GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland; GM Gambia,The Gambia; GN Guinea;
  GP Guadeloupe; GQ Equatorial Guinea; GR Greece; GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong;
  HN Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India;
  IQ Iraq; IR Iran,Iran (Islamic Republic of); IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan;
  KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros; KN Saint Kitts and Nevis;
  KP North Korea,Democratic People's Republic of Korea; KR South Korea,Republic of Korea,Korea; KW Kuwait;
  KY Cayman Islands; KZ Kazakhstan; LA Laos,Lao People's Democratic Republic; LB Lebanon; LC Saint Lucia;
  LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia;
  LY Libya,Libyan Arab Jamahiriya; MA Morocco; MC Monaco; MD Moldova,Republic of Moldova; ME Montenegro;
  MG Madagascar; MH Marshall Islands; MK North Macedonia,Macedonia,The Former Yugoslav Republic of Macedonia;
  ML Mali; MM Myanmar,Burma,Myanmar (Burma); MN Mongolia; MO Macau,Macao; MP Northern Mariana Islands; MQ Martinique;
  MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico; MY Malaysia;
  MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NG Nigeria; NI Nicaragua; NL Netherlands,The Netherlands;
  NO Norway; NP Nepal; NR Nauru; NZ New Zealand; OM Oman; PA Panama; PE Peru; PF French Polynesia;
  PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PR Puerto Rico;
  PS Palestine,Palestinian Territory,occupied Palestinian Territory,Palestinian Territories; PT Portugal; PW Palau;
  PY Paraguay; QA Qatar; RE Réunion,Reunion; RO Romania; RS Serbia; RU Russia,Russian Federation; RW Rwanda;
  SA Saudi Arabia; SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SI Slovenia; SK Slovakia;
  SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe;
  SV El Salvador; SX Sint Maarten; SY Syria,Syrian Arab Republic; SZ Eswatini,Swaziland; TC Turks and Caicos Islands;
  TD Chad; TG Togo; TH Thailand; TJ Tajikistan; TL Timor-Leste,East Timor; TM Turkmenistan; TN Tunisia; TO Tonga;
  TR Turkey,Türkiye,Turkey (Türkiye); TT Trinidad and Tobago; TV Tuvalu; TW Taiwan;
  TZ Tanzania,United Republic of Tanzania; UA Ukraine; UG Uganda; US United States,United States of America,USA;
  UY Uruguay; UZ Uzbekistan; VA Holy See,Vatican City; VC Saint Vincent and the Grenadines; VE Venezuela;
  VG British Virgin Islands; VI U.S. Virgin Islands,Virgin Islands (U.S.); VN Vietnam,Viet Nam; VU Vanuatu; WS Samoa;
  XK Kosovo; YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
`

const codeByName: ReadonlyMap<string, string> = new Map(
  countries.split(';').flatMap((entry) => {
    const [code = '', ...names] = entry.trim().split(/ (.*)/su)
    return names
      .join('')
      .split(',')
      .filter((name) => name.trim() !== '')
      .map((name) => [comparable(name), code] as const)
  }),
)

/** Every code that a name leads to, each once. */
export const countryCodes: readonly string[] = [...new Set(codeByName.values())]
