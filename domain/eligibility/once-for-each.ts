/**
 * The same function, asked once for each object: the parts of rules live as long as their trials, and what is worked out
 * from one alone is the same for every patient. Only for what nobody changes afterwards.
 */
export function onceForEach<Part extends object, Answer extends {}>(
  answerOf: (part: Part) => Answer,
): (part: Part) => Answer {
  const known = new WeakMap<Part, Answer>()
  return (part) => {
    const before = known.get(part)
    if (before !== undefined) return before
    const answer = answerOf(part)
    known.set(part, answer)
    return answer
  }
}
