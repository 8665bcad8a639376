import type { DeliveryOutcome } from '#shared/workshop/delivery-outcomes.ts'

/** A message as it goes over the line. */
export interface SignedMessage {
  url: URL
  headers: Record<string, string>
  body: string
}

export interface SendEnd {
  outcome: DeliveryOutcome
  /** What the other side answered; null: nothing. */
  status: number | null
}

/** Hands messages to other systems, only where the operator allows it. Never rejects; whatever goes wrong is an outcome. */
export interface WebhookSender {
  send(message: SignedMessage): Promise<SendEnd>
}
