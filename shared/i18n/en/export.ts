export const export = {}
