import { deflateSync } from 'node:zlib'
import { deflatedFrame, syncFrame } from '#shared/protocol/frames.ts'
import { Bundle } from './bundle.ts'

/** A shorter answer is not worth a compressor's quarter of a megabyte of memory. */
const DEFLATE_ABOVE_BYTES = 16 * 1024
/** 10 ms for 1.7 MB, which become 0.3; higher levels save a few percent and cost twice that (docs/decisions/0029). */
const LEVEL = 1

/**
 * Answers as they go out, framed and deflated once: a crowd gets the very same bytes, and doing either for each of
 * forty newcomers would hold up other rooms.
 */
export class AnswerBundles {
  /** Kept for as long as somebody keeps the answer. */
  readonly #plain = new WeakMap<Uint8Array, Bundle>()
  readonly #deflated = new WeakMap<Uint8Array, Bundle>()

  bundleOf(answer: Uint8Array, inflates: boolean): Bundle {
    return inflates && answer.length > DEFLATE_ABOVE_BYTES
      ? kept(this.#deflated, answer, deflated)
      : kept(this.#plain, answer, (update) => syncFrame('step2', update))
  }
}

const deflated = (answer: Uint8Array) =>
  deflatedFrame(deflateSync(syncFrame('step2', answer), { level: LEVEL }))

function kept(
  bundles: WeakMap<Uint8Array, Bundle>,
  answer: Uint8Array,
  frame: (answer: Uint8Array) => Uint8Array,
): Bundle {
  const known = bundles.get(answer)
  if (known) return known
  const bundle = new Bundle([frame(answer)])
  bundles.set(answer, bundle)
  return bundle
}
