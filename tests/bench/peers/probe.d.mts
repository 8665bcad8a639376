/** Answers IPC messages `sample` about this process. */
export function answerProbes(): void
