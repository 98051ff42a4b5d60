# held by: namespaces landlock
# as: check program
print("GOT OUT", open("/etc/shadow").read()[:20])
