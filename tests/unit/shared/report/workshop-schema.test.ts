import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SCHEMA_VERSION, workshopFileSchema } from '#shared/report/workshop-file.ts'

describe('the published JSON schema', () => {
  it('says what the server writes and reads (after a wanted change: vitest run with -u)', async () => {
    const schema = {
      title: `Werkraum workshop, schema version ${SCHEMA_VERSION}`,
      ...z.toJSONSchema(workshopFileSchema, { io: 'input' }),
    }
    const file = `../../../../docs/schema/workshop-v${SCHEMA_VERSION}.json`
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file)
  })
})
