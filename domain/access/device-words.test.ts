import { expect, test } from 'vitest'
import { deviceWords } from './device-words.ts'

const mozilla = 'Mozilla/5.0'
const likeGecko = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox on Windows'],
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${likeGecko} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${likeGecko} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`, 'Edge on Windows'],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15`, 'Safari on Mac'],
  [`${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1`, 'Safari on iPhone'],
  [`${mozilla} (Linux; Android 15) ${likeGecko} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
])('%s is told as its owner would', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})

test('what names neither a browser nor a system, and what says nothing, is said to', () => {
  expect(deviceWords('<script>alert(1)</script>')).toBe('A device that does not say what it is')
  expect(deviceWords(undefined)).toBe('A device that does not say what it is')
})
