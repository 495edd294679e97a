-- wrk <url> -- <method> <file> <again|once>: sends the lines of the file in turn, again and again or until each was sent
-- once, and prints what was measured as one line of JSON.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } codeset_time;
  int clock_gettime(int clock, codeset_time *time);
]]

local lines, next, once = {}, 0, false
local sender -- wrk's only thread, as its main program sees it

local function now()
  local time = ffi.new("codeset_time")
  ffi.C.clock_gettime(1, time) -- CLOCK_MONOTONIC
  return tonumber(time.seconds) + tonumber(time.nanoseconds) / 1e9
end

function setup(thread)
  sender = thread
end

function init(args)
  wrk.method = args[1]
  wrk.headers["content-type"] = args[1] == "POST" and "application/json" or nil
  for line in io.lines(args[2]) do lines[#lines + 1] = line end
  once = args[3] == "once"
end

function request()
  if next == 0 then began = now() end -- global: `done` reads it
  if once and next >= #lines then
    ended = ended or now()
    wrk.thread:stop()
  end
  next = next % #lines + 1
  if wrk.method == "GET" then return wrk.format(nil, lines[next]) end
  return wrk.format(nil, nil, nil, lines[next])
end

function done(summary, latency)
  local e, ended = summary.errors, sender:get("ended")
  local seconds = ended and ended - sender:get("began") or summary.duration / 1e6 -- wrk waits for its time to end
  io.write(string.format(
    '\n{"requestsPerSecond":%.1f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"failed":%d}\n',
    summary.requests / seconds,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
