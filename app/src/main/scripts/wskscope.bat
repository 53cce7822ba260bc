@echo off
rem Starts WskScope. JAVA_HOME chooses the Java, JAVA_OPTS adds options for it.
setlocal
set "HOME_DIR=%~dp0.."

if not defined JAVA_HOME goto fromPath
set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA_EXE%" goto version
echo wskscope: JAVA_HOME is '%JAVA_HOME%', but there is no bin\java.exe in it. Set it to a JDK or JRE 17 or newer, or unset it. 1>&2
exit /b 1

:fromPath
set "JAVA_EXE=java.exe"
where /q java.exe && goto version
echo wskscope: no Java found. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 1

:version
set "JAVA_MAJOR="
for /f "tokens=3" %%v in ('""%JAVA_EXE%" -version 2^>^&1" ^| findstr /c:" version "') do for /f "delims=.-+ tokens=1" %%m in ("%%~v") do if not defined JAVA_MAJOR set "JAVA_MAJOR=%%m"
if not defined JAVA_MAJOR goto tooOld
if %JAVA_MAJOR% GEQ 17 goto run
:tooOld
echo wskscope: Java 17 or newer is needed; '%JAVA_EXE%' is older. Install one, or set JAVA_HOME to it. 1>&2
exit /b 1

:run
rem Options that older Javas would refuse to start with.
set "FLAGS="
if %JAVA_MAJOR% GEQ 23 set "FLAGS=--enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA_EXE%" %FLAGS% %JAVA_OPTS% --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls -cp "%HOME_DIR%\lib\*" org.wskscope.app.Main %*
exit /b %ERRORLEVEL%
