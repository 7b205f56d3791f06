package access

import "testing"

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{"127.0.0.1:7070": true, "localhost": true, "LOCALHOST:1": true, "[::1]:80": true, "127.8.8.8": true,
		"0.0.0.0:7070": false, "": false, ":7070": false, "10.0.0.1": false, "localhost.example.org": false, "127.0.0.1.example.org": false} {
		if got := Loopback(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}
