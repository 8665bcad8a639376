export const facilitation = {}
