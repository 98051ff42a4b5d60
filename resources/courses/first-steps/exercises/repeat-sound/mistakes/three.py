nanana, hey
