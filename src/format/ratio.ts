/** A time-adjusted recruitment ratio with its sign and two decimals: `+0.25`, `−0.40`, `0.00`. The minus is U+2212. */
export function ratioText(ratio: number): string {
  const digits = Math.abs(ratio).toFixed(2)
  if (Number(digits) === 0) return '0.00'
  return `${ratio < 0 ? '−' : '+'}${digits}`
}
