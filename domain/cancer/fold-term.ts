/**
 * One spelling for a cancer term, so that British and American text, plurals and accents meet:
 * 'Haemangiopericytomas' and 'hemangiopericytoma', 'Hodgkin&#39;s lymphoma' and 'Hodgkin lymphoma'.
 */
export function foldTerm(text: string): string {
  const words = text
    .replace(/&#0?39;|&apos;|&rsquo;/g, "'")
    .replace(/&amp;/g, '&')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]s\b/g, '')
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.split(' ').map(foldWord).join(' ')
}

/** American spelling and singular, because both are shorter to reach by rule. */
function foldWord(word: string): string {
  const spelt = word
    .replace(/ae/g, 'e')
    .replace(/oe(?=s|d|t)/g, 'e')
    .replace(/tumour/, 'tumor')
    .replace(/vulval$|vulvar$/, 'vulva')
  if (spelt === 'metastases') return 'metastasis'
  const isPlural = spelt.length > 4 && /[^siu]s$/.test(spelt) && spelt !== 'pancreas'
  return isPlural ? spelt.slice(0, -1) : spelt
}
