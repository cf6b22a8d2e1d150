/** The name of the item that a clinician's verdict is once it does not count as it stands. */
export const lookAgainLabel = "Clinician's verdict to be looked at again"
