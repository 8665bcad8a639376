/** Names of the phases; part of `workshop`, and what rooms need of it at once. */
export const phases = {
  phase: {
    preparation: 'Preparation',
    kickoff: 'Kick-off & team start',
    problem: 'Problem space: understand & reframe',
    solution: 'Solution space: ideas, prototypes, tests',
    closing: 'Closing & presentation',
    accompanying: 'Accompanying formats',
  },
  phaseShort: {
    preparation: 'Preparation',
    kickoff: 'Kick-off',
    problem: 'Problem',
    solution: 'Solution',
    closing: 'Closing',
    accompanying: 'Alongside',
  },
}
