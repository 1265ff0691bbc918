/** The little of Markdown that the generated documents are made of. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** A document with the line that says how it came about. */
export const generated = (title: string, madeFrom: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, `*Printed by \`npm run docs\` from ${madeFrom}: change that, not this file. A test holds it current.*`, ...parts].join('\n\n')}\n`
