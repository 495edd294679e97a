-- wrk <url> -- <method> <file>: sends the lines of the file in turn, and prints what was measured as one line of JSON.
local lines, next = {}, 0

function init(args)
  wrk.method = args[1]
  wrk.headers["content-type"] = args[1] == "POST" and "application/json" or nil
  for line in io.lines(args[2]) do lines[#lines + 1] = line end
end

function request()
  next = next % #lines + 1
  if wrk.method == "GET" then return wrk.format(nil, lines[next]) end
  return wrk.format(nil, nil, nil, lines[next])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '\n{"requestsPerSecond":%.1f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"failed":%d}\n',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
