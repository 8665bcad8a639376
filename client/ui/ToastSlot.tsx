import styles from './Toast.module.css'
import { toastSlot } from './toast-slot.ts'

/** A place between the bars of a view: messages there take room from the content instead of lying on it. */
export function ToastSlot() {
  return (
    <div
      className={styles.slot}
      ref={(element) => {
        toastSlot.setState({ element })
        return () => toastSlot.setState({ element: null })
      }}
    />
  )
}
