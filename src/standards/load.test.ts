import { expect, test } from 'vitest'
import { loadMunicipalities, loadMunicipality } from './load.ts'
import { clausesOf, currentStandard } from './municipality.ts'

const flat = (text: string): string => text.replace(/\s+/g, ' ')

test('every municipality loads, and Vejen is among them', () => {
  const names = loadMunicipalities().map((m) => m.name)
  expect(names).toContain('Vejen Kommune')
  expect(names).toContain('Lillerup Kommune')
})

test('every quote stands in the adopted text', () => {
  for (const municipality of loadMunicipalities()) {
    const { text, clauses } = currentStandard(municipality)
    for (const clause of clauses) expect(flat(text)).toContain(clause.quote)
  }
})

test('every sentence of Vejen’s standard belongs to a clause', () => {
  const { text, clauses } = currentStandard(loadMunicipality('vejen-104'))
  let left = flat(text)
  for (const { quote } of clauses) left = left.replace(quote, '')
  // What no clause quotes are headings, bullets, the address of borger.dk and the words that lead into a list.
  const leadingIn = [
    /Formålet med et aktivitets- og samværstilbud er:/,
    /Der er tale om borgere, som:/,
    /http:\/\/www\.borger\.dk\//,
    /1\. Serviceloven § 104 – aktivitets-og samværstilbud/,
    /1\.1\. Formål/,
    /1\.2\. Målgruppe/,
    /2\. Indhold og omfang/,
    /2\.1\. Sagsbehandlingstid/,
    /2\.2 Målgruppe vurdering/,
    /2\.2\. Levering af indsats/,
    /2\.4 Egen betaling/,
    /2\.3\. Opfølgning/,
    /2\.4\. Tilsyn/,
  ]
  for (const words of leadingIn) {
    expect(left).toMatch(words)
    left = left.replace(words, '')
  }
  expect(left.replace(/[•\s]/g, '')).toBe('')
})

test('every sentence of Lillerup’s standard belongs to a clause', () => {
  const { text, clauses } = currentStandard(loadMunicipality('lillerup-104'))
  const sentences = flat(text)
    .replace('Kvalitetsstandard for aktivitets- og samværstilbud i Lillerup Kommune', '')
    .split(/(?<=\.)\s/)
    .map((sentence) => sentence.trim())
  const clauseless = sentences.filter((s) => s !== '' && !clauses.some(({ quote }) => s.includes(quote)))
  expect(clauseless).toEqual([])
  expect(sentences.length).toBeGreaterThan(10)
})

test('clause ids are unique across standard, law and house', () => {
  for (const municipality of loadMunicipalities()) {
    const ids = clausesOf(municipality).map((c) => c.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('what a reversal can concern are clauses that there are', () => {
  for (const municipality of loadMunicipalities()) {
    const ids = clausesOf(municipality).map((c) => c.id)
    const proposed = Object.values(currentStandard(municipality).parameters.reversalClauses.value).flat()
    expect(proposed.length).toBeGreaterThan(5)
    for (const clause of proposed) expect(ids).toContain(clause)
  }
})
