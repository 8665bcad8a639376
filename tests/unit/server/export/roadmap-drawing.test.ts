import { expect, it } from 'vitest'
import { drawnRoadmap } from '#server/export/roadmap-drawing.ts'

it('groups that are called alike have a row each, in the order of the groups', () => {
  const entry = (groupPlace: number, what: string) => ({
    ...{
      group: 'Bürgerservice',
      groupPlace,
      what,
      day: null,
      when: '',
      step: 'Pilot',
      who: '',
      isDone: false,
    },
  })
  const entries = [entry(2, 'Hinten'), entry(0, 'Vorn'), entry(2, 'Danach')]
  const { files } = drawnRoadmap({ steps: ['Pilot'], entries }, 'de', 'svg')
  const svg = Buffer.from(files().get('roadmap.svg')!.bytes).toString('utf8')
  const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
  expect(drawn).toEqual(['Pilot', 'Bürgerservice', 'Vorn', 'Bürgerservice', 'Hinten', 'Danach'])
})
