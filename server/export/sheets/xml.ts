const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu

/** Without what XML 1.0 cannot hold. */
export const forXml = (text: string) => text.replace(NOT_XML, '')

/** Text inside an element or an attribute. */
export const xml = (text: string) => forXml(text).replace(/[&<>"]/g, (mark) => entities[mark]!)

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
