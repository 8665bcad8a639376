/**
 * After a form was sent with mistakes in it: goes to the first one. Called in the same event, so it waits until React
 * has marked the fields.
 */
export function focusFirstError(form: HTMLElement) {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"], input:invalid')?.focus()
  })
}
