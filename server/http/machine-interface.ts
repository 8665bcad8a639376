import { z } from 'zod'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { createWorkshopRequest, nameGroupRequest } from '#shared/protocol/api.ts'
import { exportQuery } from '#shared/protocol/export-query.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { addCardsRequest } from '#shared/protocol/keys.ts'
import { messageBody } from '#shared/protocol/webhooks.ts'
import { addMembersRequest } from '#shared/protocol/members.ts'
import { groupKinds } from '#shared/workshop/group-kinds.ts'
import type { KeyScope } from '#shared/workshop/key-scopes.ts'
import { phases } from '#shared/workshop/phases.ts'
import { organisationKinds, roles } from '#shared/workshop/roles.ts'
import { standings } from '#shared/workshop/standing.ts'
import { mediaTypes } from './download-name.ts'
import { GALLERY, galleryPath } from './gallery/addresses.ts'

/** What programs get; a test holds real answers against these. More may come, nothing goes. */
const anyId = z.uuid()
const moment = z.number().int().meta({ description: 'Milliseconds since 1970-01-01T00:00:00Z' })

const group = z.looseObject({
  id: anyId,
  kind: z.enum(groupKinds),
  name: z.string(),
  generation: z.number().int(),
  phase: z.enum(phases),
  memberCount: z.number().int(),
  onlineCount: z.number().int(),
  archivedAt: moment.nullable(),
})
const workshopSummary = z.looseObject({
  id: anyId,
  title: z.string(),
  language: z.enum(['de', 'en']),
  createdAt: moment,
  isSample: z.boolean(),
  role: z.enum(roles),
  memberId: anyId,
  homeGroupId: anyId,
  memberCount: z.number().int(),
  groupCount: z.number().int(),
  archivedAt: moment.nullable(),
})
const member = z.looseObject({
  id: anyId,
  name: z.string(),
  organisationId: anyId.nullable(),
  organisation: z.string(),
  organisationKind: z.enum(organisationKinds),
  role: z.enum(roles),
  groupIds: z.union([z.literal('all'), z.array(anyId)]),
  mayChooseGroup: z.boolean(),
  hasAccount: z.boolean(),
  standing: z.enum(standings),
  standsInFor: anyId.nullable(),
})
const workshop = z.looseObject({
  id: anyId,
  title: z.string(),
  language: z.enum(['de', 'en']),
  createdAt: moment,
  archivedAt: moment.nullable(),
  isSample: z.boolean(),
  rehearsalOf: z.looseObject({ workshopId: anyId, groupId: anyId }).nullable(),
  copyOf: z
    .looseObject({
      title: z.string(),
      exportedAt: moment,
      scope: z.enum(['workshop', 'group']),
      isReduced: z.boolean(),
    })
    .nullable(),
  groups: z.array(group),
  me: member,
  raisedTo: z.enum(roles).nullable(),
})
const problem = z.looseObject({
  error: z.looseObject({
    code: z.enum(Object.keys(errorCatalogue)),
    values: z.record(z.string(), z.unknown()),
  }),
})

interface MachineEndpoint {
  scope: KeyScope
  summary: string
  /** The schema the route reads its query by. */
  query?: z.ZodType
  /** The schema the route reads its body by. */
  body?: z.ZodType
  status: 200 | 201
  /** 'file': bytes in the format that was asked for. */
  answer: z.ZodType | 'file'
}

/** What anybody may read without a key, where it is and as what. */
const openReadings = (isGalleryOpen: boolean) => [
  {
    operationId: 'fileSchema',
    path: endpoints.fileSchema,
    summary: 'What a file holds, as JSON Schema',
    mediaType: 'application/schema+json',
  },
  ...(isGalleryOpen ? galleryReadings : []),
]
const galleryReadings = [
  {
    operationId: 'galleryProfile',
    path: `${GALLERY}/:profileId.jsonld`,
    summary: 'A published solution profile',
    mediaType: 'application/ld+json',
  },
  {
    operationId: 'galleryCatalogue',
    path: galleryPath('katalog.jsonld'),
    summary: 'All published solution profiles',
    mediaType: 'application/ld+json',
  },
  {
    operationId: 'galleryTable',
    path: galleryPath('katalog.csv'),
    summary: 'The same as a table',
    mediaType: 'text/csv',
  },
  {
    operationId: 'galleryFeed',
    path: galleryPath('neues.atom'),
    summary: 'What was published or changed last',
    mediaType: 'application/atom+xml',
  },
]

/** Everything that a key reaches, once: the door (`keys.ts`) asks it, and the description is made of it. */
export const machineInterface = {
  workshops: {
    scope: 'read',
    summary: 'Workshops of the owner of the key',
    status: 200,
    answer: z.array(workshopSummary),
  },
  workshop: {
    scope: 'read',
    summary: 'A workshop with its groups',
    status: 200,
    answer: workshop,
  },
  members: {
    scope: 'read',
    summary: 'The people of a workshop',
    status: 200,
    answer: z.array(member),
  },
  exportWorkshop: {
    scope: 'read',
    summary: 'Results in any format, without what is withheld',
    status: 200,
    query: exportQuery,
    answer: 'file',
  },
  createWorkshop: {
    scope: 'workshops',
    summary: 'Found a workshop, with its pages prepared',
    status: 201,
    body: createWorkshopRequest,
    answer: workshopSummary,
  },
  addGroup: {
    scope: 'workshops',
    summary: 'Add a project group to a workshop',
    status: 201,
    body: nameGroupRequest,
    answer: group,
  },
  addMembers: {
    scope: 'people',
    summary: 'Expect people; each gets a personal link, told this once',
    status: 201,
    body: addMembersRequest,
    answer: z.array(z.looseObject({ member, returnToken: z.string() })),
  },
  addCards: {
    scope: 'cards',
    summary: 'Lay cards on the page where a group is',
    status: 201,
    body: addCardsRequest,
    answer: z.looseObject({ artefactIds: z.array(anyId) }),
  },
} as const satisfies Partial<Record<Endpoint, MachineEndpoint>>

const listed: Partial<Record<Endpoint, MachineEndpoint>> = machineInterface

/** What a key needs for an endpoint; null: no key reaches it. */
export const scopeOf = (endpoint: Endpoint): KeyScope | null => listed[endpoint]?.scope ?? null

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** What `machineInterface` lists, as OpenAPI 3.1, whose schemas are JSON Schema. @param origin where the server is reached */
export function interfaceDescription(origin: string, isGalleryOpen: boolean) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of Object.entries(listed)) {
    const [method, url] = endpoints[name as Endpoint].split(' ') as [string, string]
    const path = url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, url, endpoint) }
  }
  for (const { path, ...reading } of openReadings(isGalleryOpen)) {
    const url = path.replace('GET ', '')
    paths[url.replace(/:(\w+)/g, '{$1}')] = { get: readingOf(url, reading) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Werkraum', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths,
    webhooks: { message: { post: message } },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  }
}

/** What other systems are told (docs/interface.md, "Webhooks"); headers as Standard Webhooks calls them. */
const message = {
  operationId: 'message',
  summary: 'Something has happened; signed, and delivered at least once',
  security: [],
  parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string' },
  })),
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaOf(messageBody, 'output') } },
  },
  responses: { '2XX': { description: 'Taken; anything else is tried again' } },
}

function operationOf(
  operationId: string,
  url: string,
  { scope, summary, query, body, ...rest }: MachineEndpoint,
) {
  const content =
    rest.answer === 'file'
      ? Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}]))
      : { 'application/json': { schema: schemaOf(rest.answer, 'output') } }
  return {
    operationId,
    summary,
    description: `Scope: ${scope}`,
    parameters: [...inPath(url, 'uuid'), ...(query ? parametersOf(query) : [])],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [rest.status]: { description: 'Done', content },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const inPath = (url: string, format?: 'uuid') =>
  [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string', ...(format && { format }) },
  }))

function readingOf(
  url: string,
  { mediaType, ...about }: { operationId: string; summary: string; mediaType: string },
) {
  return {
    ...about,
    security: [],
    parameters: inPath(url),
    responses: { 200: { description: 'Done', content: { [mediaType]: {} } }, 404: { description: 'None' } },
  }
}

function parametersOf(query: z.ZodType) {
  const { properties = {}, required = [] } = schemaOf(query, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}
