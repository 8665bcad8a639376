import { createStore } from 'zustand/vanilla'

/** Whether this person wants to hear the end of a timer. Off unless chosen: a room of twenty laptops must stay calm. */
export const soundChoice = createStore<{ on: boolean }>(() => ({ on: false }))

let audio: AudioContext | null = null

/** Switching on plays the sound once: browsers allow it only after a click, and one hears what to expect. */
export function toggleSound(): void {
  const on = !soundChoice.getState().on
  soundChoice.setState({ on })
  if (!on) return
  audio ??= new AudioContext()
  playGong()
}

/** Two soft notes. */
export function playGong(): void {
  if (!audio || !soundChoice.getState().on) return
  playNote(audio, 523.25, 0)
  playNote(audio, 659.25, 0.25)
}

function playNote(context: AudioContext, frequencyHz: number, delaySeconds: number): void {
  const startAt = context.currentTime + delaySeconds
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.frequency.value = frequencyHz
  volume.gain.setValueAtTime(0.0001, startAt)
  volume.gain.exponentialRampToValueAtTime(0.15, startAt + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.0001, startAt + 1.2)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(startAt)
  oscillator.stop(startAt + 1.3)
}
