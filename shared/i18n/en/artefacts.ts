export const artefacts = {}
