// What opens over the list when somebody asks for it: not on the way of the first card.
export { SimilarDialog } from '#client/artefacts/clusters/SimilarDialog.tsx'
export { LinkDialog } from '#client/artefacts/trail/LinkDialog.tsx'
export { InterviewImport } from '#client/kinds/interview/InterviewImport.tsx'
export { BringDialog } from './BringDialog.tsx'
export { MoveDialog } from './MoveDialog.tsx'
export { ReturnedTableDialog } from './ReturnedTableDialog.tsx'
