import { Doorstep } from '#server/auth/doorstep.ts'
import { GuessLimit, type GuessEvent } from '#server/auth/guess-limit.ts'
import { SessionTies, type Ties } from '#server/auth/session-ties.ts'
import { SetUpLink } from '#server/auth/set-up-link.ts'
import type { Config } from '#server/config.ts'
import { exportWorkers } from '#server/export-process.ts'
import { Spool } from '#server/export/spool.ts'
import type { Platform } from '#server/http/platform.ts'
import type { ExportMeans } from '#server/http/routes/export-routes.ts'
import type { AssetStore } from '#server/ports/asset-store.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import { ImageShelf } from '#server/workshop/image-shelf.ts'
import { JoinPace } from '#server/workshop/join-pace.ts'

/**
 * What is right only while one process serves everybody, apart from the rooms (`engine.ts`): each is asked through the
 * few methods named here, and whoever wants more than one process puts another in its place. What each would need is in
 * docs/architecture.md, "One process"; a test holds the two together.
 */
interface OneProcess
  extends
    Pick<Platform, 'guesses' | 'doorstep' | 'setUpLink' | 'imageShelf' | 'joinPace'>,
    Pick<ExportMeans, 'workers' | 'screenWorkers' | 'spool'> {
  ties: Ties
}

interface Means {
  config: Pick<Config, 'dataFolder'>
  clock: Clock
  logger: Pick<Logger, 'warn'>
  assets: AssetStore
  people: PeopleStore
}

/** docs/operations.md shows a filter for fail2ban that reads these lines. */
const guessSentences: Record<GuessEvent, string> = {
  guess_wrong: 'a password or code was wrong',
  locked_out: 'too many wrong ones from this address',
}

export function oneProcess({ config, clock, logger, assets, people }: Means): OneProcess {
  return {
    ties: new SessionTies(),
    guesses: new GuessLimit(clock, (event, kind, ip) =>
      logger.warn({ event, kind, ip }, guessSentences[event]),
    ),
    doorstep: new Doorstep(clock),
    setUpLink: new SetUpLink(clock),
    imageShelf: new ImageShelf(assets, people),
    joinPace: new JoinPace(clock),
    workers: exportWorkers(),
    screenWorkers: exportWorkers(),
    spool: new Spool(config.dataFolder),
  }
}
