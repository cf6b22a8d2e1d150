import { commonestPasswords } from './commonest-passwords.ts'

/** Letters that are often written as these, in the order in which each is tried. */
const writtenFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
}

/** Rows of keys, with and without shift on an English keyboard, and down and up between them. */
const walks = [
  '01234567890123456789',
  '098765432109876543210',
  '12345678901234567890-=',
  '!"£$%^&*()_+',
  '!@#$%^&*()_+',
  'qwertyuiop[]asdfghjkl;#zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  'zaq12wsxcde34rfvbgt56yhnmju7',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1a2b3c4d5e6f7g8h9i',
  'a1b2c3d4e5f6g7h8i9',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'poiuytrewqlkjhgfdsamnbvcxz',
  'qazxswedcvfrtgbnhyujm',
  'qweasdzxcrtyfghvbnuiojklm',
]

/**
 * Whether a password is one of the commonest found in breaches or a usual variation of one: in capitals, with figures for
 * letters, with a year, a run of figures or signs before or after it, written twice or backwards; or one sign or a short
 * group over and over; or keys that lie beside each other. It is told by rules on a list and not by a list of all: the
 * first thing a program that guesses does is to make these variations.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return isRepetition(text) || isWalk(text) || isVariation(text) || isVariation([...text].toReversed().join(''))
}

/** "aaaaaaaaaaaa", "abc123abc123": at most six signs, over and over, the last time perhaps not whole. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((length) => {
    const once = text.slice(0, length)
    return text.length >= 2 * length && once.repeat(Math.ceil(text.length / length)).startsWith(text)
  })
}

/** Walks over the keys, each of at least four and as long as it goes, one after the other. */
function isWalk(text: string): boolean {
  let rest = text
  while (rest !== '') {
    let length = 4
    while (length <= rest.length && isPartOfWalk(rest.slice(0, length))) length += 1
    if (length === 4) return false
    rest = rest.slice(length - 1)
  }
  return true
}

function isPartOfWalk(text: string): boolean {
  return text.length >= 4 && walks.some((walk) => walk.includes(text))
}

/** A common password between usual beginnings and endings. */
function isVariation(text: string): boolean {
  const before = /^[^a-z]*/.exec(text)?.[0].length ?? 0
  const after = /[^a-z]*$/.exec(text)?.[0].length ?? 0
  if (before === text.length) return false
  for (let start = 0; start <= before; start += 1) {
    if (!isUsualEnding(text.slice(0, start))) continue
    for (let end = text.length - after; end <= text.length; end += 1) {
      if (isUsualEnding(text.slice(end)) && isCommonCore(text.slice(start, end))) return true
    }
  }
  return false
}

/** Up to three signs among up to four figures, or among a run of them. */
function isUsualEnding(text: string): boolean {
  const figures = text.replace(/\D/g, '')
  if (text.length - figures.length > 3) return false
  return figures.length <= 4 || /^(\d{1,4})\1+$/.test(figures) || walks.some((walk) => walk.includes(figures))
}

/** The word itself, or the same word again and again. */
function isCommonCore(core: string): boolean {
  const letters = Array.from(core, (sign) => writtenFor[sign] ?? sign).join('')
  const words = [letters, letters.replace(/[^a-z]/g, ''), core.replaceAll('1', 'l').replace(/[^a-z]/g, '')]
  return words.some((word) => commonestPasswords.has(word) || isOneTwice(word))
}

function isOneTwice(word: string): boolean {
  return Array.from({ length: 5 }, (_, index) => index + 2).some((times) => {
    const once = word.slice(0, word.length / times)
    return once.repeat(times) === word && commonestPasswords.has(once)
  })
}
