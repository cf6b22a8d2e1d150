/* The page after a patient was handed over in one piece, so that the first page names one file of it and not two. */

export { HandedOverPage as Component } from './handed-over-page.tsx'
export { loadHandedOver as loader } from './load-handed-over.ts'
