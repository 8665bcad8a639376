/** A picture without what it tells beside its pixels: the parts that are kept, in order, and its size. */
export interface Stripped {
  pieces: Buffer[]
  width: number
  height: number
}
