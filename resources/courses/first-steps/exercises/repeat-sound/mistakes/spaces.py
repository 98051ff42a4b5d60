na na na na, hey
