import type { Role } from '../workshop/roles.ts'

/** Somebody who takes part in the sample; invented, like everything in it. */
export interface Person {
  name: string
  /** Index into `places`. */
  place: number
  role: Role
  /** Index of the project group; null: enters them all, or watches in the plenum. */
  group: number | null
}

const participant = (name: string, place: number, group: number): Person => ({
  name,
  place,
  role: 'participant',
  group,
})

/** 36 people: ten in each group, and those who lead, manage and watch. */
export const people: readonly Person[] = [
  participant('Gesine Onken', 3, 0),
  participant('Jens Ahlers', 12, 0),
  participant('Imke Harms', 10, 0),
  participant('Britta Seehausen', 2, 0),
  participant('Tarek Nasser', 14, 0),
  participant('Henning Voss', 0, 0),
  participant('Paula Reimers', 4, 0),
  participant('Cem Aksoy', 7, 0),
  participant('Lotta Winkel', 17, 0),
  participant('Dieter Kramp', 8, 0),

  participant('Rolf Wessel', 0, 1),
  participant('Dörte Hülsmann', 16, 1),
  participant('Merle Meinert', 11, 1),
  participant('Sönke Petersen', 1, 1),
  participant('Aylin Aydın', 6, 1),
  participant('Frauke Behn', 3, 1),
  participant('Ulf Carstens', 13, 1),
  participant('Nele Brodersen', 14, 1),
  participant('Matthis Grube', 9, 1),
  participant('Rieke Lohmann', 2, 1),

  participant('Karin Lindemann', 5, 2),
  participant('Moritz Fabian', 4, 2),
  participant('Wiebke Thomsen', 11, 2),
  participant('Levke Hansen', 13, 2),
  participant('Samira Khoury', 2, 2),
  participant('Ole Ehlers', 15, 2),
  participant('Anke Dierks', 14, 2),
  participant('Bjarne Kolk', 6, 2),
  participant('Silke Wulf', 1, 2),
  participant('Fenja Marten', 9, 2),

  { name: 'Swantje Krüger', place: 14, role: 'moderator', group: null },
  { name: 'Malte Feddersen', place: 14, role: 'moderator', group: null },
  { name: 'Corinna Tietjen', place: 14, role: 'manager', group: null },
  { name: 'Arne Burmester', place: 12, role: 'manager', group: null },
  { name: 'Dr. Helga Stolze', place: 18, role: 'observer', group: 1 },
  { name: 'Jasper Wiese', place: 19, role: 'observer', group: 0 },
]
