package access

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// Loopback reports whether a host, with or without a port, is a name or an
// address of this machine that no other machine can reach.
func Loopback(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// clientAddress is where a request comes from. Behind a proxy it is the last
// address of X-Forwarded-For, the one that the proxy itself has written:
// those before it say what the client likes.
func clientAddress(r *http.Request, proxied bool) string {
	if proxied {
		if a, ok := lastHop(r.Header.Values("X-Forwarded-For")); ok {
			return a.String()
		}
	}
	if a, err := netip.ParseAddrPort(r.RemoteAddr); err == nil {
		return a.Addr().Unmap().WithZone("").String()
	}
	return "unknown"
}

// lastHop is the last address of a list as X-Forwarded-For writes it.
func lastHop(values []string) (netip.Addr, bool) {
	if len(values) == 0 {
		return netip.Addr{}, false
	}
	last := values[len(values)-1]
	last = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
	if a, err := netip.ParseAddrPort(last); err == nil {
		return a.Addr().Unmap().WithZone(""), true
	}
	last = strings.TrimSuffix(strings.TrimPrefix(last, "["), "]")
	a, err := netip.ParseAddr(last)
	if err != nil {
		return netip.Addr{}, false
	}
	return a.Unmap().WithZone(""), true
}

// network is what is counted as one address: of version 6 the /64, which one
// customer has all of.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil || a.Is4() {
		return address
	}
	p, err := a.Prefix(64)
	if err != nil {
		return address
	}
	return p.String()
}

// forwarded reports whether a proxy has passed the request on.
func forwarded(r *http.Request) bool {
	for _, h := range [...]string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via"} {
		if r.Header.Get(h) != "" {
			return true
		}
	}
	return false
}
