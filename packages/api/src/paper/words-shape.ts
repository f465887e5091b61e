/** The same words in another language: strings, sentences with what they leave open, and lists of them. */
export type WordsShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : WordsShape<T[K]>;
};
