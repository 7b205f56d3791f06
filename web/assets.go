package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed assets
var assetFiles embed.FS

// assets serves the embedded files under addresses that change with their
// bytes, so that a browser may keep them for good.
type assets struct {
	files map[string]asset
}

type asset struct {
	body    []byte
	version string
}

func loadAssets() (*assets, error) {
	a := &assets{map[string]asset{}}
	err := fs.WalkDir(assetFiles, "assets", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := assetFiles.ReadFile(p)
		sum := sha256.Sum256(b)
		a.files[strings.TrimPrefix(p, "assets/")] = asset{b, hex.EncodeToString(sum[:6])}
		return err
	})
	return a, err
}

// address is where a file is served; it fails on a name that is not there.
func (a *assets) address(name string) (string, error) {
	f, ok := a.files[name]
	if !ok {
		return "", fmt.Errorf("there is no asset %q", name)
	}
	return "/assets/" + name + "?v=" + f.version, nil
}

func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(r.PathValue("name")))
	switch path.Ext(r.PathValue("name")) {
	case ".woff2":
		kind = "font/woff2"
	case ".js":
		kind = "text/javascript; charset=utf-8"
	case ".css":
		kind = "text/css; charset=utf-8"
	case ".svg":
		kind = "image/svg+xml"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("ETag", `"`+f.version+`"`)
	keep := "public, max-age=300"
	if r.URL.Query().Get("v") == f.version {
		keep = "public, max-age=31536000, immutable"
	}
	w.Header().Set("Cache-Control", keep)
	if strings.Contains(r.Header.Get("If-None-Match"), f.version) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Write(f.body)
}
