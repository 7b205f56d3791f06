package cli

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mahdar/access"
	"mahdar/store/sqlite"
	"mahdar/web"
)

// writeCertificate writes a certificate of this machine with a serial number.
func writeCertificate(t *testing.T, cert, key string, serial int64) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "localhost"}, NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	pk, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	for path, b := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: pk}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestServeTLS serves to whoever has an account, by TLS: a stranger is sent to
// the form, the form lets huda in, and the server ends when it is told to.
func TestServeTLS(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "c.pem"), filepath.Join(dir, "k.pem")
	writeCertificate(t, cert, key, 1)
	db, err := sqlite.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	accounts, err := access.Open(ctx, filepath.Join(dir, "talks.accounts.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	defer accounts.Close()
	const phrase = "seven stars over the valley"
	if err := accounts.Add(ctx, byHand(), "huda", access.Coder, phrase); err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	a := newApp(strings.NewReader(""), io.Discard, w)
	done := make(chan error, 1)
	api := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, access.FromContext(r.Context()).Name) })
	go func() {
		done <- a.serve(ctx, serving{listen: "127.0.0.1:0", cert: cert, key: key}, accounts, web.Options{Record: db}, map[string]http.Handler{"/api/": api})
	}()
	b := make([]byte, 200)
	n, err := r.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, r)
	home := regexp.MustCompile(`https://[^/]+`).FindString(string(b[:n]))
	if home == "" {
		t.Fatalf("it says %q", b[:n])
	}

	jar, _ := cookiejar.New(nil)
	c := &http.Client{Jar: jar, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: true}}
	defer c.CloseIdleConnections()
	get := func(path string) (*http.Response, string) {
		t.Helper()
		resp, err := c.Get(home + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		return resp, string(body)
	}
	resp, page := get("/ar/actors")
	if resp.Request.URL.Path != "/ar/login" || resp.ProtoMajor != 2 {
		t.Errorf("a stranger is at %s by %s", resp.Request.URL, resp.Proto)
	}
	if resp, _ := get("/api/v1/status"); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("the API answers a stranger %d", resp.StatusCode)
	}
	token := regexp.MustCompile(`name="csrf" value="([^"]+)"`).FindStringSubmatch(page)
	if token == nil {
		t.Fatalf("%s", page)
	}
	resp, err = c.PostForm(home+"/ar/login", url.Values{"csrf": {token[1]}, "username": {"huda"}, "password": {phrase}, "next": {"/ar/actors"}})
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK || resp.Request.URL.Path != "/ar/actors" {
		t.Errorf("huda is at %s with %d", resp.Request.URL, resp.StatusCode)
	}
	if _, body := get("/api/v1/status"); body != "huda" {
		t.Errorf("the API takes her for %q", body)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("ended with %v", err)
	}
}

// A certificate that was renewed is taken up; one that was half written is not.
func TestCertificateRenewed(t *testing.T) {
	dir := t.TempDir()
	c := &certificate{cert: filepath.Join(dir, "c.pem"), key: filepath.Join(dir, "k.pem")}
	writeCertificate(t, c.cert, c.key, 1)
	if err := c.load(); err != nil {
		t.Fatal(err)
	}
	serial := func() int64 {
		c.looked = time.Time{}
		c.as = [2]time.Time{} // files written within one tick of the clock
		pair, err := c.get(nil)
		if err != nil {
			t.Fatal(err)
		}
		return pair.Leaf.SerialNumber.Int64()
	}
	writeCertificate(t, c.cert, c.key, 2)
	if n := serial(); n != 2 {
		t.Errorf("serial %d", n)
	}
	if err := os.WriteFile(c.cert, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n := serial(); n != 2 {
		t.Errorf("serial %d", n)
	}
}

func TestServingAllowed(t *testing.T) {
	for _, c := range []struct {
		s        serving
		accounts bool
		ok       bool
	}{
		{serving{listen: "127.0.0.1:7070"}, false, true}, {serving{listen: "[::1]:7070"}, true, true}, {serving{listen: "127.0.0.1:7070", proxied: true}, false, false},
		{serving{listen: "127.0.0.1:7070", proxied: true}, true, true}, {serving{listen: ":7070"}, false, false}, {serving{listen: ":7070"}, true, false},
		{serving{listen: "0.0.0.0:7070", cert: "c", key: "k"}, false, false}, {serving{listen: "0.0.0.0:7070", cert: "c", key: "k"}, true, true},
		{serving{listen: "192.0.2.1:7070", proxied: true}, true, true}, {serving{listen: "192.0.2.1:7070", proxied: true}, false, false},
	} {
		if err := c.s.allowed("talks.db", c.accounts); (err == nil) != c.ok {
			t.Errorf("%+v, accounts %v: %v", c.s, c.accounts, err)
		}
	}
}
