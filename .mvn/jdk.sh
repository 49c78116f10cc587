# Sourced by ./mvnw and ./yueyuetan: sets JAVA_HOME to a JDK 25 or newer.
# Looks at JAVA_HOME, the java on the PATH, and the usual folders; says what to do when there is none.

jdk_is_25() { # folder
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  jdk_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge 25 ]
}

find_jdk_25() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_is_25 "$JAVA_HOME"; then
    return 0
  fi
  jdk_on_path=$(command -v java 2>/dev/null) && jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null) &&
    jdk_on_path=${jdk_on_path%/bin/java} || jdk_on_path=
  for jdk_folder in "$jdk_on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$jdk_folder" ] && jdk_is_25 "$jdk_folder"; then
      JAVA_HOME=$jdk_folder
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

if ! find_jdk_25; then
  printf '%s\n' \
    "Yueyuetan needs a JDK 25 and found none (looked at JAVA_HOME, the java on the PATH and the usual folders)." \
    "Install one, for example Eclipse Temurin 25, or set JAVA_HOME to its folder, and run the command again." \
    "月月谈需要 JDK 25，没有找到。请安装（例如 Eclipse Temurin 25）或将 JAVA_HOME 指向其目录后重试。" >&2
  exit 2
fi
