const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu

/** Text inside an element or an attribute, without what XML 1.0 cannot hold. */
export const xml = (text: string) => text.replace(NOT_XML, '').replace(/[&<>"]/g, (mark) => entities[mark]!)

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
