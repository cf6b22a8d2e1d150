/** What is wrong with a new password that is typed twice, before anybody is asked. */
export function newPasswordFaults(password: string, repeated: string) {
  return [
    ...(password === '' ? [{ fieldId: 'password', message: 'Enter the new password' }] : []),
    ...(password === repeated
      ? []
      : [{ fieldId: 'repeated', message: 'The new password was not typed the same twice' }]),
  ]
}
