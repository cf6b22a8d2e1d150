/**
 * Which way of judging criteria answers come from. Raise it whenever the evaluator would judge the same facts otherwise:
 * stored answers of an older version are then worked out anew.
 */
export const rulesVersion = 20
