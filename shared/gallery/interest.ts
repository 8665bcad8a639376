import { z } from 'zod'
import { isVisible, withoutControls } from '../base/visible-text.ts'
import { organisationKinds } from '../workshop/roles.ts'

const line = (maxChars: number) =>
  z
    .string()
    .transform((text) => withoutControls(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(maxChars).refine(isVisible))

/** What somebody says who would like to take part in a solution. As long as a partnership's fields take it. */
export const interestFacts = z.object({
  organisation: line(120),
  organisationKind: z.enum(organisationKinds),
  name: line(80),
  email: z.string().trim().pipe(z.email().max(110)),
  /** What they could bring along; may be empty. */
  offer: z
    .string()
    .transform((text) => withoutControls(text).trim())
    .pipe(z.string().max(600)),
})
export type InterestFacts = z.infer<typeof interestFacts>
export type InterestField = keyof InterestFacts

/** Fields of a partnership that it becomes, as far as they say something. @param role what else is known of the partner */
export function partnershipOf(
  { organisation, name, email, offer }: InterestFacts,
  role: string,
): Record<string, string> {
  return {
    partner: organisation,
    partnerRole: role,
    contact: `${name}, ${email}`,
    commitment: 'interest',
    ...(offer && { people: offer }),
  }
}
