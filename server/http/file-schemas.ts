import { z } from 'zod'
import { methodFileSchema } from '#shared/methods/own-method.ts'
import { SCHEMA_VERSION, workshopFileSchema } from '#shared/report/workshop-file.ts'

let known: ReadonlyMap<string, string> | null = null

/** Schemas of files by name and version, as text; made from those by which the server reads them, when first asked for. */
export function fileSchemas(): ReadonlyMap<string, string> {
  return (known ??= new Map([
    [
      `workshop-v${SCHEMA_VERSION}.json`,
      written(`Werkraum workshop, schema version ${SCHEMA_VERSION}`, workshopFileSchema),
    ],
    ['method-v1.json', written('Werkraum method, schema version 1', methodFileSchema)],
  ]))
}

const written = (title: string, schema: z.ZodType) =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
