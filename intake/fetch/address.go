package fetch

import (
	"net/netip"
	"net/url"
	"syscall"

	"mahdar/intake"
)

// checkURL says why an address may not be fetched, "" where it may as far as
// its letters tell. Where it really leads is seen when the connection is made.
func checkURL(u *url.URL) string {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return "is not http or https"
	case u.Hostname() == "":
		return "names no host"
	case u.User != nil:
		return "carries a name or password"
	}
	return ""
}

// control refuses connections to the inside. It sees the address that the name
// was looked up to, at the moment of connecting, on every hop: no second answer
// of a name server can slip past it.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fail("", intake.Unsafe, "", "leads to an address that cannot be checked (%s)", address)
	}
	if !c.open(ap.Addr()) {
		return fail("", intake.Unsafe, "pass --allow-private if you mean it", "leads to %s, which is not on the public Internet", ap.Addr())
	}
	return nil
}

// notPublic lists the networks that are not on the public Internet, by IANA's
// registries of special-purpose addresses (RFC 6890 and its updates).
func notPublic() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
		"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
		"::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

// public reports whether a is an address of the public Internet. IPv6 addresses
// that carry one of IPv4 are judged by that.
func public(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	if a.Is6() {
		b := a.As16()
		v4 := func(i int) netip.Addr { return netip.AddrFrom4([4]byte(b[i : i+4])) }
		switch {
		case netip.MustParsePrefix("64:ff9b::/96").Contains(a): // NAT64
			return public(v4(12))
		case netip.MustParsePrefix("2002::/16").Contains(a): // 6to4
			return public(v4(2))
		case netip.MustParsePrefix("::/96").Contains(a): // IPv4-compatible
			return false
		}
	}
	for _, p := range notPublic() {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsValid()
}
