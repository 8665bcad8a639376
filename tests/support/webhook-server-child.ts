import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser, moderatorAccount } from './http-installation.ts'
import { QuickClock } from './quick-clock.ts'

/*
 * A server of its own that has somebody told of its workshop, to be killed: folder, where messages go, and when its clock
 * began. At its first start it sets up and archives a workshop; later it only sends what waits.
 */
const [folder = '', origin = '', from = ''] = process.argv.slice(2)
const config = readConfig({
  WERKRAUM_DATA: folder,
  WERKRAUM_WEBHOOK_HOSTS: origin,
  WERKRAUM_LOG_LEVEL: 'silent',
})
if (!config.ok) throw new Error('the options are wrong')
const server = await compose(config.value, {
  clock: new QuickClock(Number(from), 500),
  passwordCost: { logN: 4, r: 8, p: 1 },
  clientFolder: 'nowhere',
})
await server.app.ready()
if (!(await server.platform.people.hasAccounts())) {
  const mara = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  await mara.ok('setUp', { body: { token, ...moderatorAccount } })
  const workshop = await mara.found('Werkstatt', ['Gruppe A'])
  const about = { name: 'Ablage', url: `${origin}/hooks`, kinds: ['workshop.archived'], workshopId: null }
  await mara.ok('createWebhook', { body: about })
  await mara.ok('archiveWorkshop', { path: { workshopId: workshop.id }, body: { archived: true } })
}
process.send?.('ready')
