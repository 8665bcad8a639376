import { randomInt, randomUUID } from 'node:crypto'
import { writerOf } from '#shared/base/draft-id.ts'
import type { DraftId, MemberId } from '#shared/base/ids.ts'
import type { Authorship } from '#shared/document/authorship.ts'
import { draftCardsOf } from '#shared/document/draft-cards.ts'
import type { CardToReveal, Chance } from '#shared/document/reveal.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { RoundAuthorship } from '#shared/facilitation/step/round-authorships.ts'
import type { Admitted } from '#server/rooms/admitted.ts'

/** Looks up what a writer is now; null for one who has left the workshop. */
type WriterLookup = (memberId: MemberId) => Promise<Admitted | null>

/** The cards of one draft as they will be seen. */
export async function cardsToReveal(
  id: DraftId,
  roots: Roots,
  promised: RoundAuthorship,
  lookUp: WriterLookup,
): Promise<CardToReveal[]> {
  const authorship = await authorshipOf(writerOf(id), promised, lookUp)
  return draftCardsOf(roots).map((card) => ({ card, authorship }))
}

/** Nothing is looked up that is not to be told. */
async function authorshipOf(
  memberId: MemberId,
  promised: RoundAuthorship,
  lookUp: WriterLookup,
): Promise<Authorship> {
  if (promised === 'anonymous') return { as: 'anonymous' }
  const writer = await lookUp(memberId)
  if (!writer) return { as: 'anonymous' }
  const { name, organisation } = writer.member
  return promised === 'named'
    ? { as: 'named', memberId, name, organisation }
    : { as: 'organisation', organisation }
}

/** Client ids of Yjs have 32 bits. */
const MAX_CLIENT = 2 ** 32 - 1

/** @param isTaken whether somebody has written under a client id before */
export function chanceOfTheMachine(isTaken: (clientId: number) => boolean): Chance {
  let clientId = randomInt(MAX_CLIENT + 1)
  while (isTaken(clientId)) clientId = randomInt(MAX_CLIENT + 1)
  return { clientId, id: randomUUID, shuffled }
}

/** Fisher–Yates with the machine's own randomness. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const result = [...items]
  for (let at = result.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[result[at], result[other]] = [result[other]!, result[at]!]
  }
  return result
}
