package access_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"

	"mahdar/access"
)

// A record with one account: whoever has not logged in is sent to the form.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	accounts, err := access.Open(ctx, access.Beside(filepath.Join(dir, "talks.db")), true)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer accounts.Close()
	by := access.Actor{Name: "root", Address: "command line"}
	if err := accounts.Add(ctx, by, "huda", access.Coder, "seven stars over the valley"); err != nil {
		fmt.Println(err)
		return
	}
	user, _, err := accounts.Login(ctx, "huda", "seven stars over the valley", "192.0.2.1", "")
	fmt.Println(user.Name, user.Role, err)

	guard := access.New(access.Options{Accounts: accounts, AnyHost: true})
	w := httptest.NewRecorder()
	guard.Wrap(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest("GET", "/ar/talks/qamar", nil))
	fmt.Println(w.Code, w.Header().Get("Location"))
	// Output:
	// huda coder <nil>
	// 303 /ar/login?next=%2Far%2Ftalks%2Fqamar
}
