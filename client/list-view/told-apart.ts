/** Names as they are, and with a number where another one is the same: "Fragen (1)", "Fragen (2)". */
export function toldApart(names: readonly string[]): string[] {
  return names.map((name, n) => {
    if (names.filter((one) => one === name).length === 1) return name
    return `${name} (${names.slice(0, n + 1).filter((one) => one === name).length})`
  })
}
