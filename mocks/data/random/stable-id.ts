import { hashText } from './hash-text.ts'

/** A UUID of version 4 form that is always the same for the same key, for example `stableId('trial/DEMO-PEN-01')`. */
export function stableId(key: string): string {
  const hex = hashText(key)
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
