/** Four well-mixed 32-bit numbers made from a text alone; the same text gives the same numbers on every machine. */
export function hashText(text: string): readonly [number, number, number, number] {
  let a = 0x243f6a88
  let b = 0x85a308d3
  let c = 0x13198a2e
  let d = 0x03707344
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    a = b ^ Math.imul(a ^ code, 0x9e3779b1)
    b = c ^ Math.imul(b ^ code, 0x85ebca77)
    c = d ^ Math.imul(c ^ code, 0xc2b2ae3d)
    d = a ^ Math.imul(d ^ code, 0x27d4eb2f)
  }
  return [mix(a ^ d), mix(b ^ a), mix(c ^ b), mix(d ^ c)]
}

/** The finishing step of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
