// Takes what was executed on the short way already instead of executing it again. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import type { ExchangeCarrier } from '../exchange.ts';

export function useOutcome(): Plugin<object, ExchangeCarrier> {
  return {
    onParams({ context, setResult }) {
      const { outcome } = context as ExchangeCarrier;
      if (outcome) setResult(outcome);
    },
  };
}
