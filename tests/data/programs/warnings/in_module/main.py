# A deprecation is told in the main file only.
import old

old.deprecated()
