// Serves the figures at /metrics, beside the queries. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from '../metrics/metrics.ts';

export function useMetrics(metrics: Metrics): Plugin {
  return {
    async onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/metrics') return;
      const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' };
      endResponse(new fetchAPI.Response(await metrics.text(), { headers }));
    },
  };
}
