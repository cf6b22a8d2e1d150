/** Text that has broken services before, by what it was made for. Each is text like any other here. */
export const hostileTexts = {
  sql: [
    "'",
    "' or '1'='1",
    "'; drop table patient; --",
    '"; delete from referral; --',
    "') union select email from account --",
    '1; select pg_sleep(10)',
    '$1',
    '$$; select 1; $$',
    "\\'; select 1",
    '%',
    '_',
    '\\',
  ],
  html: [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "javascript:alert('x')",
    '<!--',
    '&lt;b&gt;',
    '</textarea><svg onload=alert(1)>',
  ],
  template: [
    '{{constructor.constructor("return process")()}}',
    '\u0024{7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '%{7*7}',
    '{{7*7}}',
  ],
  spreadsheet: ['=HYPERLINK("http://evil.example")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '|calc'],
  shell: ['$(id)', '`id`', '; cat /etc/passwd', '| id', '&& id'],
  path: ['../../../etc/passwd', '..\\..\\windows', '/etc/passwd', 'file:///etc/passwd', '%2e%2e%2f'],
  header: ['a\r\nset-cookie: session=x', 'a\nb', '\r\n\r\n<html>'],
  prototype: ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
  unicode: [
    '\u202eevil\u202c',
    '\ufeff',
    '\u200b',
    'A\u0301\u0327'.repeat(20),
    '😀'.repeat(20),
    'ﬀ',
    'ＳＭＩＴＨ',
    'İıſK',
    '\u2028',
    '\uffff',
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e400',
  ],
} as const

export type HostileKind = keyof typeof hostileTexts

export const everyHostileText: readonly string[] = Object.values(hostileTexts).flat()

/** Valid JSON that the database does not store: a null character, and either half of a surrogate pair. */
export const unstorableTexts: readonly string[] = ['Smi\0th', 'Smi\ud83dth', 'Smi\ude00th']
